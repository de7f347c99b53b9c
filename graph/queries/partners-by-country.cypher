// title: Partners by country
// question: How many organizations of each country take part, in how many projects, and how often do they lead?
MATCH (o:Organization)-[r:PARTNER_IN]->(p:Project)
WITH o.country AS country, o, p, CASE r.role WHEN 'lead' THEN p END AS led
RETURN coalesce(country, 'unknown') AS country, count(DISTINCT o) AS organizations, count(DISTINCT p) AS projects,
       count(DISTINCT led) AS led
ORDER BY projects DESC, country

// title: Partners of one organization
// question: With whom does this organization work, in how many projects, and where from?
// param: name
MATCH (a:Organization)-[:PARTNER_IN]->(p:Project)<-[:PARTNER_IN]-(b:Organization)
WHERE (a.name = $name OR $name IN a.names) AND b.id <> a.id
WITH DISTINCT b, p
ORDER BY p.name, p.id
WITH b, count(p) AS shared, collect(p.name) AS projects
RETURN b.name AS partner, b.country AS country, shared, projects
ORDER BY shared DESC, partner, b.id

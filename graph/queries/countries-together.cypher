// title: Countries that work together
// question: Which pairs of countries have organizations in the same projects, and in how many?
// param: least = 2
MATCH (o:Organization)-[:PARTNER_IN]->(p:Project)
WHERE o.country IS NOT NULL
WITH p, collect(DISTINCT o.country) AS countries
UNWIND countries AS country
UNWIND countries AS neighbour
WITH country, neighbour
WHERE country < neighbour
WITH country, neighbour, count(*) AS projects
WHERE projects >= $least
RETURN country, neighbour, projects
ORDER BY projects DESC, country, neighbour

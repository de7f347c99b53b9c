// title: Countries that work together
// question: Which pairs of countries have organizations in the same projects, and in how many?
// param: least = 2
MATCH (a:Organization)-[:PARTNER_IN]->(p:Project)<-[:PARTNER_IN]-(b:Organization)
WHERE a.country < b.country
WITH a.country AS country, b.country AS neighbour, count(DISTINCT p) AS projects
WHERE projects >= $least
RETURN country, neighbour, projects
ORDER BY projects DESC, country, neighbour

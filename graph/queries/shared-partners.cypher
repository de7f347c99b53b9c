// title: Partners that share projects
// question: Which organizations work together in at least so many projects, and in which?
// param: least = 2
// param: most = 50
MATCH (a:Organization)-[:PARTNER_IN]->(p:Project)<-[:PARTNER_IN]-(b:Organization)
WHERE a.id < b.id
WITH DISTINCT a, b, p
ORDER BY p.name, p.id
WITH a, b, count(p) AS shared, collect(p.name) AS projects
WHERE shared >= $least
RETURN a.name AS organization, b.name AS partner, shared, projects
ORDER BY shared DESC, organization, partner, a.id, b.id
LIMIT $most

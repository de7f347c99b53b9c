// title: Partners that share projects
// question: Which organizations work together in at least so many projects, and in which?
// param: least = 2
// param: most = 50
MATCH (a:Organization)-[:PARTNER_IN]->(p:Project)<-[:PARTNER_IN]-(b:Organization)
WHERE a.id < b.id
WITH a, b, count(DISTINCT p) AS shared
WHERE shared >= $least
WITH a, b, shared
ORDER BY shared DESC, a.name, b.name, a.id, b.id
LIMIT $most
MATCH (a)-[:PARTNER_IN]->(p:Project)<-[:PARTNER_IN]-(b)
WITH DISTINCT a, b, shared, p
ORDER BY p.name, p.id
WITH a, b, shared, collect(p.name) AS projects
RETURN a.name AS organization, b.name AS partner, shared, projects
ORDER BY shared DESC, organization, partner, a.id, b.id

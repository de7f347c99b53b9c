// title: Partners that never lead
// question: Which organizations take part in projects but are never the lead partner?
// param: most = 50
MATCH (o:Organization)-[r:PARTNER_IN]->(p:Project)
WHERE NOT EXISTS { MATCH (o)-[:PARTNER_IN {role: 'lead'}]->(:Project) }
WITH o, count(DISTINCT p) AS projects
RETURN o.name AS organization, o.country AS country, projects
ORDER BY projects DESC, organization, o.id
LIMIT $most

// title: Organizations that join programmes
// question: Which organizations take part in projects of more than one programme?
// param: least = 2
MATCH (o:Organization)-[:PARTNER_IN]->(p:Project)-[:FUNDED_BY]->(g:Programme)
WITH DISTINCT o, g
ORDER BY g.name, g.id
WITH o, count(g) AS programmes, collect(g.name) AS names
WHERE programmes >= $least
RETURN o.name AS organization, o.country AS country, programmes, names
ORDER BY programmes DESC, organization, o.id

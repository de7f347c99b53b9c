// title: Facts of a project
// question: What do documents state about this project, in which words, and how sure is the reading?
// param: project
MATCH (p:Project)<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(d:Document)
WHERE p.name = $project OR p.full_name = $project OR $project IN p.names
WITH DISTINCT c, d
RETURN c.property AS property, c.value AS value, c.quote AS words, d.uri AS document, c.rule AS rule,
       c.confidence AS confidence, c.id AS claim
ORDER BY property, value, document, claim

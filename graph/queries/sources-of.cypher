// title: Sources of a project
// question: Which documents speak of this project, and with which words?
// param: project
MATCH (p:Project)-[m:MENTIONED_IN]->(d:Document)
WHERE p.name = $project OR p.full_name = $project OR $project IN p.names
WITH DISTINCT d, m.quote AS quote
ORDER BY quote
WITH d, collect(quote) AS words
RETURN d.title AS title, d.language AS language, d.published AS published, d.uri AS document, words
ORDER BY published, document

// title: Projects described in several languages
// question: Which projects do pages in more than one language describe, and which pages?
// param: least = 2
MATCH (p:Project)-[:MENTIONED_IN]->(d:Document)
WITH DISTINCT p, d
ORDER BY d.language, d.uri
WITH p, count(DISTINCT d.language) AS languages, collect(d.language + ': ' + d.uri) AS pages
WHERE languages >= $least
RETURN p.name AS project, languages, pages
ORDER BY languages DESC, project, p.id

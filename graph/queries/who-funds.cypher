// title: Who funds a project
// question: Which programmes and organizations pay for this project, and what do they pay?
// param: project
MATCH (p:Project)-[f:FUNDED_BY]->(g:Programme|Organization)
WHERE p.name = $project OR p.full_name = $project OR p.acronym = $project
OPTIONAL MATCH (p)-[:HAS_AMOUNT]->(m:Amount)-[:SHARE_OF]->(g)
WITH p, g, f, collect(m.as_written) AS shares
RETURN p.name AS project, g.name AS funder, head(labels(g)) AS what, f.role AS role, shares, f.sources AS sources
ORDER BY project, funder, p.id, role

// title: Partnerships that one document states
// question: Which partnerships rest on one document only, and how sure is the reading?
// param: most = 50
MATCH (o:Organization)-[r:PARTNER_IN]->(p:Project)
WHERE r.sources = 1
RETURN p.name AS project, o.name AS organization, r.role AS role, r.confidence AS confidence
ORDER BY confidence, project, organization, role, o.id, p.id
LIMIT $most

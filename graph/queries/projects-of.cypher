// title: Projects of one organization
// question: In which projects is this organization a partner, since when, and in which role?
// param: name
MATCH (o:Organization)-[r:PARTNER_IN]->(p:Project)
WHERE o.name = $name OR $name IN o.names
RETURN p.name AS project, p.full_name AS full_name, r.role AS role, p.start_date AS from, p.end_date AS until,
       r.sources AS sources
ORDER BY from, project, p.id, role

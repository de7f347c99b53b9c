// title: Who leads, by kind of organization
// question: How often do universities, public bodies, companies and others lead projects, and how often are they partners?
MATCH (o:Organization)-[r:PARTNER_IN]->(p:Project)
WITH coalesce(o.kind, 'unknown') AS kind, o, p, r.role AS role
RETURN kind, count(DISTINCT o) AS organizations, count(DISTINCT CASE role WHEN 'lead' THEN p END) AS led,
       count(DISTINCT CASE WHEN role = 'lead' THEN null ELSE p END) AS joined
ORDER BY led DESC, joined DESC, kind

// title: Projects in a region
// question: Which projects are carried out in this region, given by code or name, or in any region within it?
// param: region = 'EE'
MATCH (r:Region)<-[:PART_OF*0..5]-(s:Region)<-[:LOCATED_IN]-(p:Project)
WHERE r.code = $region OR r.name = $region OR $region IN r.names
WITH DISTINCT p, s
ORDER BY s.name, s.id
WITH p, collect(s.name) AS places
RETURN p.name AS project, p.start_date AS from, p.end_date AS until, places
ORDER BY from, project, p.id

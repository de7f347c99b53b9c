// title: Projects running in a period
// question: Which projects were under way at some time between two days?
// param: first = '2023-01-01'
// param: last = '2023-12-31'
MATCH (p:Project)
WHERE p.start_date <= $last AND p.end_date >= $first
RETURN p.name AS project, p.full_name AS full_name, p.start_date AS from, p.end_date AS until
ORDER BY from, until, project, p.id

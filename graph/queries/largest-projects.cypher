// title: The largest projects
// question: Which projects have the biggest budgets, the most money in all, and how far apart are the sources?
// param: currency = 'EUR'
// param: most = 20
MATCH (p:Project)-[:HAS_AMOUNT]->(m:Amount {kind: 'total', currency: $currency})
WITH p, max(m.value) AS most_stated, min(m.value) AS least_stated, count(m) AS figures
RETURN p.name AS project, most_stated, least_stated, figures, p.start_date AS from, p.end_date AS until
ORDER BY most_stated DESC, project, p.id
LIMIT $most

// title: Money by programme
// question: How much money of each kind do the projects of each programme state? Where sources disagree on a project,
// question: the least and the most are added up apart.
MATCH (g:Programme)<-[:FUNDED_BY]-(p:Project)-[:HAS_AMOUNT]->(m:Amount)
WHERE m.kind IN ['total', 'eu', 'national']
WITH g, p, m.kind AS kind, m.currency AS currency, min(m.value) AS least, max(m.value) AS most
RETURN g.name AS programme, kind, currency, sum(least) AS at_least, sum(most) AS at_most, count(p) AS projects
ORDER BY programme, kind, currency

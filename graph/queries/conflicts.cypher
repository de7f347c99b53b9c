// title: What sources disagree on
// question: For which projects do documents state different values of the same property?
MATCH (p:Project)<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(d:Document),
      (p)<-[:ABOUT]-(e:Claim)-[:STATED_IN]->(f:Document)
WHERE c.property IN ['start', 'end', 'period', 'duration', 'url', 'programme']
  AND e.property = c.property AND c.value < e.value AND d.id <> f.id
WITH DISTINCT p, c.property AS property, c.value AS one, d.uri AS stated, e.value AS other, f.uri AS elsewhere
RETURN p.name AS project, property, one, stated, other, elsewhere
ORDER BY project, property, one, other, stated, elsewhere, id(p)

// title: How two organizations are connected
// question: By which shortest chains of common projects and partners are these two organizations connected?
// param: from
// param: to
MATCH (a:Organization), (b:Organization)
WHERE (a.name = $from OR $from IN a.names) AND (b.name = $to OR $to IN b.names) AND a.id <> b.id
MATCH path = allShortestPaths((a)-[:PARTNER_IN*..14]-(b))
RETURN length(path) / 2 AS projects, [n IN nodes(path) | n.name] AS chain
ORDER BY projects, chain
LIMIT 50

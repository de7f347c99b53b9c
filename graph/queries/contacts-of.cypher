// title: Contacts of a project
// question: Whom can one ask about this project, by mail or phone?
// param: project
MATCH (c:Contact)-[:CONTACT_OF]->(p:Project)
WHERE p.name = $project OR p.full_name = $project OR $project IN p.names
RETURN DISTINCT c.name AS contact, c.email AS email, c.phone AS phone, c.id AS id
ORDER BY contact, email, phone, id

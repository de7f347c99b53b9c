// title: Projects by year
// question: How many projects began in each year, and how long do they run on average?
MATCH (p:Project)
WHERE p.year IS NOT NULL
WITH p.year AS year, p, CASE WHEN size(p.start_date) = 10 AND size(p.end_date) = 10
     THEN duration.inDays(date(p.start_date), date(p.end_date)).days END AS days
RETURN year, count(p) AS projects, toInteger(round(avg(days))) AS average_days
ORDER BY year

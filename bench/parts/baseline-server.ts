import { createServer } from "node:http";
import pg from "pg";

// The limit that a page is measured against: the least a server can do that asks the database and answers.

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
createServer((_, response) => {
  pool
    .query({ name: "one", text: "SELECT slug, title, price FROM course ORDER BY slug LIMIT 20" })
    .then(({ rows }) => response.setHeader("content-type", "application/json").end(JSON.stringify(rows)))
    .catch(() => response.writeHead(500).end());
}).listen(Number(process.env.PORT));

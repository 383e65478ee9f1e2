import pg from "pg";

/** The role that may write rows and never change the books (migration rights_of_the_application). */
const GROUP = "portal_app";
const LOGIN = "portal_web";

/**
 * Makes the login that pages and worker use, with this password, and says its address. It is no owner of anything in
 * the books; the queue's tables are its own to work with. May be done again.
 */
export async function makeApplicationLogin(url: string, password: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [LOGIN]);
    if (rowCount === 0) await client.query(`CREATE ROLE ${LOGIN} LOGIN IN ROLE ${GROUP}`);
    await client.query(`ALTER ROLE ${LOGIN} PASSWORD ${pg.escapeLiteral(password)}`);
    await client.query(`GRANT USAGE, CREATE ON SCHEMA pgboss TO ${GROUP}`);
    for (const what of ["TABLES", "SEQUENCES", "FUNCTIONS"])
      await client.query(`GRANT ALL ON ALL ${what} IN SCHEMA pgboss TO ${GROUP}`);
  } finally {
    await client.end();
  }
  return Object.assign(new URL(url), { username: LOGIN, password }).href;
}

-- The application works as a role that may write rows and never change or remove what stands in the books. The login that
-- pages and worker use is a member of it (npm start makes one); whoever migrates is the owner and somebody else.

DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'portal_app') THEN
    CREATE ROLE portal_app NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object THEN NULL;
  WHEN unique_violation THEN NULL;
END $$;

GRANT USAGE, CREATE ON SCHEMA public TO portal_app;
GRANT ALL ON ALL TABLES IN SCHEMA public TO portal_app;
GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO portal_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO portal_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON SEQUENCES TO portal_app;

-- The books: rows are added and read.
REVOKE ALL ON ledger_transfer, ledger_entry, ledger_seal, ledger_head, ledger_account, ledger_day_sum, ledger_unsealed
  FROM portal_app;
GRANT SELECT, INSERT ON ledger_transfer, ledger_entry, ledger_seal, ledger_head, ledger_account, ledger_day_sum, ledger_unsealed
  TO portal_app;
-- Entries move balances, through a trigger that refuses every other change; sums of days are added to.
GRANT UPDATE (balance) ON ledger_account TO portal_app;
GRANT UPDATE (amount, entries) ON ledger_day_sum TO portal_app;
GRANT DELETE ON ledger_unsealed TO portal_app;

-- Nobody rewrites which migrations ran.
REVOKE ALL ON _prisma_migrations FROM portal_app;
GRANT SELECT ON _prisma_migrations TO portal_app;

-- A wave's part of list and order is made as the owner of both, and of nothing else.
CREATE OR REPLACE FUNCTION begin_wave_part(whole text, part text) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF whole NOT IN ('draw_leaf', 'draw_place') THEN
    RAISE EXCEPTION '% has no parts by wave', whole;
  END IF;
  EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part, whole);
END $$;
CREATE OR REPLACE FUNCTION finish_wave_part(whole text, part text, wave uuid) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF whole NOT IN ('draw_leaf', 'draw_place') OR part NOT LIKE whole || '\_%' THEN
    RAISE EXCEPTION '% has no such part by wave', whole;
  END IF;
  EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES IN (%L)', whole, part, wave);
  EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I EXECUTE FUNCTION only_grows()', part || '_keeps_all', part);
  EXECUTE format('ANALYZE %I', part);
END $$;

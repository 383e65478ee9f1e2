-- Values of an enum can be used only after they are committed: what uses them stands in the next migration.
ALTER TYPE "ledger_account_kind" ADD VALUE 'wave_allotment';
ALTER TYPE "ledger_account_kind" ADD VALUE 'wave_committed';
ALTER TYPE "ledger_account_kind" ADD VALUE 'platform_commission';
ALTER TYPE "ledger_account_kind" ADD VALUE 'settled';

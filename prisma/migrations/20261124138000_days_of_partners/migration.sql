-- CreateTable
CREATE TABLE "ledger_account_day" (
    "account_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "amount" BIGINT NOT NULL,
    "entries" BIGINT NOT NULL,

    CONSTRAINT "ledger_account_day_pkey" PRIMARY KEY ("account_id","day")
);

ALTER TABLE ledger_account_day ADD CONSTRAINT ledger_account_day_account_id_fkey FOREIGN KEY (account_id) REFERENCES ledger_account (id);
ALTER TABLE ledger_account_day ADD CONSTRAINT ledger_account_day_entries CHECK (entries > 0);

-- What was sealed before is added up here once; from now on the sealing does it.
INSERT INTO ledger_account_day (account_id, day, amount, entries)
SELECT e.account_id, (t.occurred_at AT TIME ZONE 'Asia/Jakarta')::date, sum(e.amount), count(*)
FROM ledger_seal s JOIN ledger_transfer t ON t.id = s.transfer_id JOIN ledger_entry e ON e.transfer_id = t.id
JOIN ledger_account a ON a.id = e.account_id
WHERE a.kind IN ('provider_payable', 'platform_commission', 'settled') GROUP BY 1, 2;

-- The portal adds to days and takes none away.
REVOKE ALL ON ledger_account_day FROM portal_app;
GRANT SELECT, INSERT, UPDATE (amount, entries) ON ledger_account_day TO portal_app;

-- The payment ledger: facts are added, never changed. How a payment stands follows from its facts (view standing).
CREATE TABLE IF NOT EXISTS lists (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    draft TEXT NOT NULL UNIQUE,          -- the list as posted; sealing it again finds this row
    head TEXT NOT NULL,
    programme TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count > 0),
    total INTEGER NOT NULL CHECK (total > 0),
    posted_on TEXT,                      -- NULL where the rules ask for no posting
    approved_on TEXT NOT NULL,
    attempts_allowed INTEGER NOT NULL CHECK (attempts_allowed > 0),
    taken_over INTEGER NOT NULL DEFAULT 0 CHECK (taken_over IN (0, 1))   -- 1: paid before this ledger was begun
) STRICT;

CREATE TABLE IF NOT EXISTS notices (                   -- 公示: since when a draft has been posted
    draft TEXT PRIMARY KEY,
    posted_on TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS payments (
    id INTEGER PRIMARY KEY,
    list INTEGER NOT NULL REFERENCES lists,
    number INTEGER NOT NULL CHECK (number > 0),
    programme TEXT NOT NULL,
    person INTEGER NOT NULL,
    kind TEXT NOT NULL,
    period INTEGER NOT NULL,
    turn INTEGER NOT NULL DEFAULT 1 CHECK (turn > 0),  -- 2 and more: paid again after it came back
    amount INTEGER NOT NULL CHECK (amount > 0),
    name TEXT NOT NULL,
    id_number TEXT NOT NULL,
    account TEXT NOT NULL,
    bank TEXT NOT NULL,
    UNIQUE (programme, person, kind, period, turn),   -- nobody is paid twice for the same thing
    UNIQUE (list, number)
) STRICT;

CREATE TABLE IF NOT EXISTS batches (                   -- one order to the bank
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    list INTEGER NOT NULL REFERENCES lists,
    round INTEGER NOT NULL CHECK (round > 0),
    sent_on TEXT NOT NULL,
    count INTEGER NOT NULL CHECK (count > 0),
    total INTEGER NOT NULL CHECK (total > 0),
    UNIQUE (list, round)
) STRICT;

CREATE TABLE IF NOT EXISTS attempts (
    payment INTEGER NOT NULL REFERENCES payments,
    attempt INTEGER NOT NULL CHECK (attempt > 0),
    batch INTEGER NOT NULL REFERENCES batches,
    line INTEGER NOT NULL CHECK (line > 0),
    account TEXT NOT NULL,
    bank TEXT NOT NULL,
    PRIMARY KEY (payment, attempt),
    UNIQUE (batch, line),
    UNIQUE (batch, payment)
) STRICT;

CREATE TABLE IF NOT EXISTS returns (                   -- 回盘文件
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS outcomes (
    payment INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    credited INTEGER NOT NULL CHECK (credited IN (0, 1)),
    happened_on TEXT NOT NULL,
    reason TEXT,
    return INTEGER NOT NULL REFERENCES returns,
    line INTEGER NOT NULL,
    PRIMARY KEY (payment, attempt),
    FOREIGN KEY (payment, attempt) REFERENCES attempts,
    CHECK (credited = 1 OR reason IS NOT NULL)
) STRICT;

CREATE TABLE IF NOT EXISTS recoveries (                -- 追回
    payment INTEGER PRIMARY KEY REFERENCES payments,
    amount INTEGER NOT NULL CHECK (amount > 0),
    reason TEXT NOT NULL,
    decided_on TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS instalments (
    payment INTEGER NOT NULL REFERENCES recoveries,
    voucher TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    received_on TEXT NOT NULL,
    PRIMARY KEY (payment, voucher)
) STRICT;

CREATE TABLE IF NOT EXISTS regrants (                  -- 追回后重新发放
    payment INTEGER PRIMARY KEY REFERENCES payments,   -- the one that came back
    reason TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_on TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS rechecks (                  -- 送银行前复核
    batch INTEGER PRIMARY KEY REFERENCES batches,
    checked_on TEXT NOT NULL,
    snapshots TEXT NOT NULL,             -- the records looked at
    changed INTEGER NOT NULL CHECK (changed >= 0),
    changes TEXT NOT NULL,               -- person, kind, period and what changed
    reason TEXT,                         -- why it was sent all the same
    decided_by TEXT,
    CHECK (changed = 0 OR (reason IS NOT NULL AND decided_by IS NOT NULL))
) STRICT;

CREATE TRIGGER IF NOT EXISTS no_row_beyond_the_seal BEFORE INSERT ON payments
WHEN NEW.number > (SELECT count FROM lists WHERE id = NEW.list)
BEGIN SELECT RAISE(ABORT, 'sealed'); END;

CREATE INDEX IF NOT EXISTS payments_of_a_citizen ON payments (programme, id_number, kind, period);

-- a trigger, not UNIQUE: a ledger begun before this rule may hold such payments, which are then to be recovered
CREATE TRIGGER IF NOT EXISTS no_citizen_is_paid_under_two_numbers BEFORE INSERT ON payments
WHEN EXISTS (
    SELECT 1 FROM payments
    WHERE programme = NEW.programme AND id_number = NEW.id_number AND kind = NEW.kind AND period = NEW.period
        AND turn = NEW.turn
)
BEGIN SELECT RAISE(ABORT, 'citizen'); END;

CREATE TRIGGER IF NOT EXISTS nothing_is_paid_again_unless_granted_again BEFORE INSERT ON payments
WHEN NEW.turn > 1 AND NOT (SELECT taken_over FROM lists WHERE id = NEW.list) AND NOT EXISTS (
    SELECT 1 FROM regrants JOIN payments earlier ON earlier.id = regrants.payment
    WHERE earlier.programme = NEW.programme AND earlier.person = NEW.person AND earlier.kind = NEW.kind
        AND earlier.period = NEW.period AND earlier.turn = NEW.turn - 1
)
BEGIN SELECT RAISE(ABORT, 'not granted again'); END;

CREATE TRIGGER IF NOT EXISTS only_what_came_back_whole_is_granted_again BEFORE INSERT ON regrants
WHEN (SELECT coalesce(sum(amount), 0) FROM instalments WHERE payment = NEW.payment)
    < (SELECT amount FROM payments WHERE id = NEW.payment)
BEGIN SELECT RAISE(ABORT, 'not recovered'); END;

CREATE TRIGGER IF NOT EXISTS no_second_order_while_one_is_open BEFORE INSERT ON attempts
WHEN NEW.attempt > 1 AND NOT EXISTS (
    SELECT 1 FROM outcomes WHERE payment = NEW.payment AND attempt = NEW.attempt - 1 AND credited = 0
)
BEGIN SELECT RAISE(ABORT, 'open'); END;

CREATE TRIGGER IF NOT EXISTS only_what_arrived_is_recovered BEFORE INSERT ON recoveries
WHEN NEW.amount > (SELECT amount FROM payments WHERE id = NEW.payment)
    OR NOT EXISTS (SELECT 1 FROM outcomes WHERE payment = NEW.payment AND credited = 1)
BEGIN SELECT RAISE(ABORT, 'not credited'); END;

CREATE TRIGGER IF NOT EXISTS no_more_than_owed BEFORE INSERT ON instalments
WHEN NEW.amount + (SELECT coalesce(sum(amount), 0) FROM instalments WHERE payment = NEW.payment)
    > (SELECT amount FROM recoveries WHERE payment = NEW.payment)
BEGIN SELECT RAISE(ABORT, 'more than owed'); END;

-- nothing is booked on a day before what it follows; days are texts, which sort as they run
CREATE TRIGGER IF NOT EXISTS no_order_before_the_approval BEFORE INSERT ON batches
WHEN NEW.sent_on < (SELECT approved_on FROM lists WHERE id = NEW.list)
BEGIN SELECT RAISE(ABORT, 'before the approval'); END;

CREATE TRIGGER IF NOT EXISTS no_second_order_before_the_answer BEFORE INSERT ON attempts
WHEN NEW.attempt > 1 AND (SELECT sent_on FROM batches WHERE id = NEW.batch)
    < (SELECT happened_on FROM outcomes WHERE payment = NEW.payment AND attempt = NEW.attempt - 1)
BEGIN SELECT RAISE(ABORT, 'before the answer'); END;

CREATE TRIGGER IF NOT EXISTS no_answer_before_the_order BEFORE INSERT ON outcomes
WHEN NEW.happened_on < (
    SELECT sent_on FROM attempts JOIN batches ON batches.id = attempts.batch JOIN lists ON lists.id = batches.list
    WHERE payment = NEW.payment AND attempt = NEW.attempt AND NOT taken_over
)
BEGIN SELECT RAISE(ABORT, 'before the order'); END;

CREATE TRIGGER IF NOT EXISTS no_demand_before_the_money_arrived BEFORE INSERT ON recoveries
WHEN NEW.decided_on < (SELECT happened_on FROM outcomes WHERE payment = NEW.payment AND credited = 1)
BEGIN SELECT RAISE(ABORT, 'before the money arrived'); END;

CREATE TRIGGER IF NOT EXISTS no_refund_before_the_demand BEFORE INSERT ON instalments
WHEN NEW.received_on < (SELECT decided_on FROM recoveries WHERE payment = NEW.payment)
BEGIN SELECT RAISE(ABORT, 'before the demand'); END;

CREATE TRIGGER IF NOT EXISTS no_new_grant_before_the_refund BEFORE INSERT ON regrants
WHEN NEW.decided_on < (SELECT max(received_on) FROM instalments WHERE payment = NEW.payment)
BEGIN SELECT RAISE(ABORT, 'before the refund'); END;

CREATE VIEW IF NOT EXISTS standing AS
SELECT p.*, l.sha256, l.approved_on, a.attempt, a.account AS tried_account, b.number AS batch, b.sent_on,
    o.credited, o.happened_on, o.reason, r.amount AS owed, coalesce(r.repaid, 0) AS repaid, r.repaid_on,
    CASE
        WHEN r.repaid = p.amount THEN '已追回'
        WHEN o.credited = 1 THEN '已到账'
        WHEN o.credited = 0 AND a.attempt >= l.attempts_allowed THEN '暂停发放'
        WHEN o.credited = 0 THEN '退票'
        WHEN a.attempt > 1 THEN '已重发'
        WHEN a.attempt = 1 THEN '已送银行'
        ELSE '已批准'
    END AS status
FROM payments p
JOIN lists l ON l.id = p.list
LEFT JOIN attempts a ON a.payment = p.id AND a.attempt = (SELECT max(attempt) FROM attempts WHERE payment = p.id)
LEFT JOIN batches b ON b.id = a.batch
LEFT JOIN outcomes o ON o.payment = a.payment AND o.attempt = a.attempt
LEFT JOIN (
    SELECT payment, recoveries.amount, sum(instalments.amount) AS repaid, max(received_on) AS repaid_on
    FROM recoveries LEFT JOIN instalments USING (payment) GROUP BY payment
) r ON r.payment = p.id;

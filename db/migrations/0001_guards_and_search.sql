-- A command's condition that does not hold undoes the whole command (db/open.ts `guard`); nothing is kept here.
CREATE TABLE `guards` (`met` INTEGER);
--> statement-breakpoint
CREATE TRIGGER `guards_met` BEFORE INSERT ON `guards` BEGIN
  SELECT RAISE(ABORT, 'guard not met') WHERE NEW.`met` IS NOT 1;
  SELECT RAISE(IGNORE);
END;
--> statement-breakpoint
-- Its row is `entries.n`. The text is folded by the command that writes it; the words are not stored twice.
-- `facets` holds no word of the entry, but its kind, place and origin.
CREATE VIRTUAL TABLE `entries_search` USING fts5(
  title, summary, body, tags, facets,
  content='', contentless_delete=1, prefix='3 4', tokenize='unicode61 remove_diacritics 2'
);

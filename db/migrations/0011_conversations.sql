DROP INDEX `errands_due`;--> statement-breakpoint
ALTER TABLE `errands` ADD `progress` text;--> statement-breakpoint
CREATE INDEX `errands_actor` ON `errands` (`actor_n`,`type`);--> statement-breakpoint
CREATE INDEX `errands_due` ON `errands` (`next_at`,`type`);--> statement-breakpoint
ALTER TABLE `entries` ADD `context` text;
ALTER TABLE `organisations` ADD `cpv` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `serves` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `services` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `headcount` integer;--> statement-breakpoint
ALTER TABLE `organisations` ADD `largest_contract` integer;
ALTER TABLE `alerts` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `communes` ADD `territory` text;--> statement-breakpoint
ALTER TABLE `communes` ADD `territory_name` text;--> statement-breakpoint
CREATE INDEX `communes_territory` ON `communes` (`territory`,`code`);--> statement-breakpoint
CREATE INDEX `communes_towns` ON `communes` (`folded`) WHERE "communes"."population" >= 10000;
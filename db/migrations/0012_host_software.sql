ALTER TABLE `hosts` ADD `stopped_at` integer;--> statement-breakpoint
ALTER TABLE `hosts` ADD `software` text;--> statement-breakpoint
ALTER TABLE `hosts` ADD `software_version` text;--> statement-breakpoint
ALTER TABLE `hosts` ADD `software_asked_at` integer;--> statement-breakpoint
ALTER TABLE `hosts` ADD `node_name` text;--> statement-breakpoint
ALTER TABLE `hosts` ADD `node_description` text;--> statement-breakpoint
ALTER TABLE `hosts` ADD `node_territory` text;
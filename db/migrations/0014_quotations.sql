CREATE TABLE `quotations` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`ap_id` text NOT NULL,
	`object_id` text NOT NULL,
	`entry_n` integer NOT NULL,
	`voice_n` integer NOT NULL,
	`actor_n` integer NOT NULL,
	`url` text,
	`state` text NOT NULL,
	`published_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`voice_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`actor_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `quotations_id_unique` ON `quotations` (`id`);--> statement-breakpoint
CREATE INDEX `quotations_object` ON `quotations` (`object_id`,`state`,`published_at`);--> statement-breakpoint
CREATE INDEX `quotations_entry` ON `quotations` (`entry_n`);--> statement-breakpoint
CREATE INDEX `quotations_recent` ON `quotations` (`actor_n`,`created_at`);--> statement-breakpoint
CREATE INDEX `quotations_voice` ON `quotations` (`voice_n`);--> statement-breakpoint
CREATE INDEX `quotations_state` ON `quotations` (`state`,`n`);--> statement-breakpoint
CREATE UNIQUE INDEX `quotations_once` ON `quotations` (`actor_n`,`ap_id`);--> statement-breakpoint
ALTER TABLE `organisations` ADD `domains` text DEFAULT '[]' NOT NULL;
CREATE TABLE `messages` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`ap_id` text NOT NULL,
	`actor_n` integer NOT NULL,
	`addressed` text NOT NULL,
	`public` integer NOT NULL,
	`entry_n` integer,
	`url` text,
	`title` text DEFAULT '' NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`html` text NOT NULL,
	`language` text,
	`published_at` integer NOT NULL,
	`updated_at` integer,
	`handled_at` integer,
	`handled_by` text,
	FOREIGN KEY (`actor_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`handled_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_id_unique` ON `messages` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `messages_apId_unique` ON `messages` (`ap_id`);--> statement-breakpoint
CREATE INDEX `messages_handled` ON `messages` (`handled_at`,`n`);--> statement-breakpoint
CREATE INDEX `messages_actor` ON `messages` (`actor_n`,`handled_at`);--> statement-breakpoint
CREATE INDEX `messages_entry` ON `messages` (`entry_n`) WHERE "messages"."entry_n" is not null;
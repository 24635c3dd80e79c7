CREATE TABLE `checks` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`entry_n` integer NOT NULL,
	`user_id` text NOT NULL,
	`asked_at` integer NOT NULL,
	`reminded_at` integer,
	`silent_since` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `checks_id_unique` ON `checks` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `checks_open` ON `checks` (`entry_n`) WHERE "checks"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `checks_entry` ON `checks` (`entry_n`);--> statement-breakpoint
CREATE INDEX `checks_user` ON `checks` (`user_id`);--> statement-breakpoint
CREATE TABLE `supports` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`entry_n` integer NOT NULL,
	`mark` text NOT NULL,
	`name` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `supports_once` ON `supports` (`entry_n`,`mark`);--> statement-breakpoint
CREATE TABLE `commitments` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`holder` text,
	`source` text,
	`source_label` text,
	`source_day` text,
	`target` real,
	`unit` text NOT NULL,
	`unit_label` text,
	`deadline` text,
	`measures` text NOT NULL,
	`stock` real,
	`stock_unit` text NOT NULL,
	`stock_day` text,
	`stock_source` text,
	`stock_url` text,
	`conventions` text NOT NULL,
	`next_check` text,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `proposals` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`reference` text,
	`quote` text,
	`source` text,
	`source_label` text,
	`source_day` text,
	`decider` text,
	`status` text NOT NULL,
	`evidence` text NOT NULL,
	`next_check` text,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);

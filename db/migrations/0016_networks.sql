CREATE TABLE `network_memberships` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`network_n` integer NOT NULL,
	`organisation_n` integer NOT NULL,
	`network_said_at` integer,
	`organisation_said_at` integer,
	`join_id` text,
	`invite_id` text,
	`ended_at` integer,
	`ended_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`network_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `network_memberships_organisation` ON `network_memberships` (`organisation_n`);--> statement-breakpoint
CREATE UNIQUE INDEX `network_memberships_once` ON `network_memberships` (`network_n`,`organisation_n`);--> statement-breakpoint
CREATE TABLE `network_needs` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`sort` text NOT NULL,
	`title` text NOT NULL,
	`amount` integer,
	`from_day` text,
	`until_day` text,
	`details` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `network_needs_entry` ON `network_needs` (`entry_id`,`state`);--> statement-breakpoint
CREATE TABLE `network_receipts` (
	`id` text PRIMARY KEY NOT NULL,
	`need_id` text NOT NULL,
	`day` text NOT NULL,
	`what` text NOT NULL,
	`amount` integer,
	`giver` text,
	`source` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`need_id`) REFERENCES `network_needs`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `network_receipts_need` ON `network_receipts` (`need_id`,`day`);--> statement-breakpoint
CREATE TABLE `network_relays` (
	`network_n` integer NOT NULL,
	`entry_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`network_n`, `entry_id`),
	FOREIGN KEY (`network_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `network_relays_entry` ON `network_relays` (`entry_id`);
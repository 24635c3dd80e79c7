CREATE TABLE `assemblies` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`sort` text NOT NULL,
	`name` text NOT NULL,
	`mandate` text DEFAULT '' NOT NULL,
	`organisation_id` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `assemblies_slug_unique` ON `assemblies` (`slug`);--> statement-breakpoint
CREATE TABLE `assembly_attendance` (
	`meeting_id` text NOT NULL,
	`seat_id` text NOT NULL,
	`presence` text NOT NULL,
	PRIMARY KEY(`meeting_id`, `seat_id`),
	FOREIGN KEY (`meeting_id`) REFERENCES `assembly_meetings`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`seat_id`) REFERENCES `assembly_seats`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `assembly_candidatures` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`seat_id` text,
	`organisation` text NOT NULL,
	`person` text,
	`email` text NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`assembly_id`) REFERENCES `assemblies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`seat_id`) REFERENCES `assembly_seats`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `assembly_candidatures_assembly` ON `assembly_candidatures` (`assembly_id`,`state`);--> statement-breakpoint
CREATE TABLE `assembly_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`meeting_id` text,
	`sort` text NOT NULL,
	`what` text NOT NULL,
	`carried_by` text,
	`due_day` text,
	`state` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assemblies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `assembly_meetings`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `assembly_decisions_assembly` ON `assembly_decisions` (`assembly_id`);--> statement-breakpoint
CREATE TABLE `assembly_items` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`meeting_id` text,
	`title` text NOT NULL,
	`body` text DEFAULT '' NOT NULL,
	`family` text NOT NULL,
	`organisation` text,
	`email` text,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`position` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	FOREIGN KEY (`assembly_id`) REFERENCES `assemblies`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`meeting_id`) REFERENCES `assembly_meetings`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `assembly_items_assembly` ON `assembly_items` (`assembly_id`,`state`);--> statement-breakpoint
CREATE TABLE `assembly_meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`starts_at` text NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`news_id` text,
	`invited_at` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assemblies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `assembly_meetings_assembly` ON `assembly_meetings` (`assembly_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `assembly_seats` (
	`id` text PRIMARY KEY NOT NULL,
	`assembly_id` text NOT NULL,
	`family` text NOT NULL,
	`label` text NOT NULL,
	`organisation` text,
	`person` text,
	`since_day` text,
	`until_day` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`assembly_id`) REFERENCES `assemblies`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `assembly_seats_assembly` ON `assembly_seats` (`assembly_id`);--> statement-breakpoint
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
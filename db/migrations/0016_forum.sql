CREATE TABLE `seats` (
	`inquiry_n` integer NOT NULL,
	`entry_n` integer NOT NULL,
	PRIMARY KEY(`inquiry_n`, `entry_n`),
	FOREIGN KEY (`inquiry_n`) REFERENCES `inquiries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `seats_entry` ON `seats` (`entry_n`);--> statement-breakpoint
CREATE TABLE `stand_notices` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`stand_n` integer NOT NULL,
	`direction` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`met_at` integer,
	FOREIGN KEY (`stand_n`) REFERENCES `stands`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stand_notices_id_unique` ON `stand_notices` (`id`);--> statement-breakpoint
CREATE INDEX `stand_notices_stand` ON `stand_notices` (`stand_n`);--> statement-breakpoint
CREATE TABLE `stands` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`village_n` integer NOT NULL,
	`name` text NOT NULL,
	`organisation_id` text,
	`does` text NOT NULL,
	`seeks` text NOT NULL,
	`shows` text NOT NULL,
	`website` text,
	`contact_name` text NOT NULL,
	`email` text NOT NULL,
	`tables` integer NOT NULL,
	`panels` integer NOT NULL,
	`power` integer NOT NULL,
	`needs` text NOT NULL,
	`locale` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`decided_at` integer,
	`decided_by` text,
	`decision` text DEFAULT '' NOT NULL,
	`contacts` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`village_n`) REFERENCES `villages`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stands_id_unique` ON `stands` (`id`);--> statement-breakpoint
CREATE INDEX `stands_village` ON `stands` (`village_n`,`state`);--> statement-breakpoint
CREATE INDEX `stands_unconfirmed` ON `stands` (`created_at`) WHERE "stands"."confirmed_at" is null;--> statement-breakpoint
CREATE INDEX `stands_organisation` ON `stands` (`organisation_id`) WHERE "stands"."organisation_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `villages` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`entry_n` integer NOT NULL,
	`name` text NOT NULL,
	`family` text NOT NULL,
	`stands` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `villages_id_unique` ON `villages` (`id`);--> statement-breakpoint
CREATE INDEX `villages_entry` ON `villages` (`entry_n`);--> statement-breakpoint
ALTER TABLE `inquiries` ADD `organisation` text;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `waiting_since` integer;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `offered_until` integer;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `present_at` integer;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `present_by` text REFERENCES users(id);--> statement-breakpoint
CREATE INDEX `inquiries_line` ON `inquiries` (`entry_n`,`waiting_since`) WHERE "inquiries"."waiting_since" is not null;--> statement-breakpoint
ALTER TABLE `happenings` ADD `part_of` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `happenings` ADD `room` text;--> statement-breakpoint
ALTER TABLE `happenings` ADD `speakers` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `happenings_part_of` ON `happenings` (`part_of`) WHERE "happenings"."part_of" <> '';--> statement-breakpoint
ALTER TABLE `news` ADD `minutes_of` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `news_minutes_of` ON `news` (`minutes_of`) WHERE "news"."minutes_of" <> '';
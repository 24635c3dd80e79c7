CREATE TABLE `grouping_members` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`grouping_n` integer NOT NULL,
	`organisation_id` text,
	`actor_n` integer,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`note` text,
	`state` text NOT NULL,
	`answer` text,
	`offer_id` text,
	`created_at` integer NOT NULL,
	`answered_at` integer,
	`told_at` integer,
	FOREIGN KEY (`grouping_n`) REFERENCES `groupings`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`actor_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grouping_members_id_unique` ON `grouping_members` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `grouping_members_offerId_unique` ON `grouping_members` (`offer_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `grouping_members_organisation` ON `grouping_members` (`grouping_n`,`organisation_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `grouping_members_actor` ON `grouping_members` (`grouping_n`,`actor_n`);--> statement-breakpoint
CREATE INDEX `grouping_members_of` ON `grouping_members` (`organisation_id`);--> statement-breakpoint
CREATE INDEX `grouping_members_actor_of` ON `grouping_members` (`actor_n`);--> statement-breakpoint
CREATE INDEX `grouping_members_untold` ON `grouping_members` (`n`) WHERE "grouping_members"."told_at" is null;--> statement-breakpoint
CREATE TABLE `grouping_messages` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`grouping_n` integer NOT NULL,
	`ap_id` text,
	`organisation_id` text,
	`actor_n` integer,
	`name` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`grouping_n`) REFERENCES `groupings`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`organisation_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`actor_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grouping_messages_id_unique` ON `grouping_messages` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `grouping_messages_apId_unique` ON `grouping_messages` (`ap_id`);--> statement-breakpoint
CREATE INDEX `grouping_messages_of` ON `grouping_messages` (`grouping_n`,`n`);--> statement-breakpoint
CREATE INDEX `grouping_messages_actor` ON `grouping_messages` (`actor_n`);--> statement-breakpoint
CREATE INDEX `grouping_messages_organisation` ON `grouping_messages` (`organisation_id`);--> statement-breakpoint
CREATE TABLE `groupings` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`ap_id` text,
	`origin_n` integer,
	`lead_id` text,
	`lead_name` text NOT NULL,
	`tender_n` integer,
	`lot_number` integer,
	`subject` text NOT NULL,
	`form` text NOT NULL,
	`seeks` text NOT NULL,
	`brings` text,
	`state` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`author_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`origin_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`lead_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tender_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `groupings_id_unique` ON `groupings` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `groupings_apId_unique` ON `groupings` (`ap_id`);--> statement-breakpoint
CREATE INDEX `groupings_tender` ON `groupings` (`tender_n`,`lot_number`);--> statement-breakpoint
CREATE INDEX `groupings_lead` ON `groupings` (`lead_id`);--> statement-breakpoint
CREATE INDEX `groupings_origin` ON `groupings` (`origin_n`);
CREATE TABLE `organisation_sources` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`source_id` text NOT NULL,
	`imported_at` integer NOT NULL,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organisation_sources_once` ON `organisation_sources` (`source`,`source_id`);--> statement-breakpoint
CREATE TABLE `register_findings` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`entry_n` integer NOT NULL,
	`register` text NOT NULL,
	`number` text NOT NULL,
	`found_on` text NOT NULL,
	`source` text NOT NULL,
	`recorded_by` text,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`recorded_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `register_findings_id_unique` ON `register_findings` (`id`);--> statement-breakpoint
CREATE INDEX `register_findings_entry` ON `register_findings` (`entry_n`,`found_on`);--> statement-breakpoint
CREATE TABLE `visits` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`entry_n` integer NOT NULL,
	`school` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`place_code` text NOT NULL,
	`place_label` text NOT NULL,
	`level` text NOT NULL,
	`pupils` integer NOT NULL,
	`dates` text NOT NULL,
	`body` text NOT NULL,
	`locale` text NOT NULL,
	`state` text DEFAULT 'asked' NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`forwarded_at` integer,
	`changed_at` integer,
	`changed_by` text,
	`held_on` text,
	`held_pupils` integer,
	`declared_at` integer,
	`forgotten_at` integer,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`changed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visits_id_unique` ON `visits` (`id`);--> statement-breakpoint
CREATE INDEX `visits_entry` ON `visits` (`entry_n`,`state`);--> statement-breakpoint
CREATE INDEX `visits_unconfirmed` ON `visits` (`created_at`) WHERE "visits"."confirmed_at" is null;--> statement-breakpoint
CREATE INDEX `visits_held` ON `visits` (`held_on`) WHERE "visits"."held_on" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `visits_once` ON `visits` (`entry_n`,`email`,`level`) WHERE "visits"."confirmed_at" IS NOT NULL AND "visits"."state" IN ('asked', 'accepted') AND "visits"."email" <> '';--> statement-breakpoint
ALTER TABLE `organisations` ADD `former_sirets` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `no_siret` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `organisations` ADD `software` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `resources` ADD `format` text;--> statement-breakpoint
ALTER TABLE `resources` ADD `theme` text;--> statement-breakpoint
ALTER TABLE `resources` ADD `duration` text;--> statement-breakpoint
ALTER TABLE `resources` ADD `software` text;--> statement-breakpoint
ALTER TABLE `resources` ADD `software_role` text;
CREATE TABLE `facilitation_events` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_n` integer NOT NULL,
	`once` text,
	`act` text NOT NULL,
	`desk` integer NOT NULL,
	`by_id` text,
	`text` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	`mails` integer DEFAULT false NOT NULL,
	`mailed_at` integer,
	`tried_at` integer,
	FOREIGN KEY (`case_n`) REFERENCES `facilitation_cases`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facilitation_events_once_unique` ON `facilitation_events` (`once`);--> statement-breakpoint
CREATE INDEX `facilitation_events_case` ON `facilitation_events` (`case_n`,`n`);--> statement-breakpoint
CREATE INDEX `facilitation_events_by` ON `facilitation_events` (`by_id`) WHERE "facilitation_events"."by_id" is not null;--> statement-breakpoint
CREATE INDEX `facilitation_events_unsent` ON `facilitation_events` (`mails`,`mailed_at`,`at`);--> statement-breakpoint
CREATE TABLE `facilitation_links` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`case_n` integer NOT NULL,
	`sort` text NOT NULL,
	`entry_n` integer,
	`lot` integer DEFAULT 0 NOT NULL,
	`title` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`case_n`) REFERENCES `facilitation_cases`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facilitation_links_id_unique` ON `facilitation_links` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `facilitation_links_once` ON `facilitation_links` (`case_n`,`entry_n`,`lot`);--> statement-breakpoint
CREATE INDEX `facilitation_links_entry` ON `facilitation_links` (`entry_n`);--> statement-breakpoint
CREATE TABLE `facilitation_cases` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`once` text NOT NULL,
	`side` text NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`organisation_name` text,
	`organisation_id` text,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`place_code` text,
	`place_label` text,
	`cpv` text,
	`sector` text,
	`hours_wanted` integer,
	`deadline` text,
	`locale` text NOT NULL,
	`user_id` text,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`taken_by` text,
	`waiting_since` integer,
	`answered_at` integer,
	`moved_at` integer NOT NULL,
	`closed_at` integer,
	`outcome` text,
	`hours` integer,
	`hours_by` text,
	`hours_on` text,
	`trace` text,
	`trace_state` text,
	`trace_at` integer,
	`trace_entry_id` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`taken_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facilitation_cases_id_unique` ON `facilitation_cases` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `facilitation_cases_once_unique` ON `facilitation_cases` (`once`);--> statement-breakpoint
CREATE INDEX `facilitation_open` ON `facilitation_cases` (`waiting_since`) WHERE "facilitation_cases"."closed_at" is null;--> statement-breakpoint
CREATE INDEX `facilitation_taken` ON `facilitation_cases` (`taken_by`,`closed_at`);--> statement-breakpoint
CREATE INDEX `facilitation_closed` ON `facilitation_cases` (`closed_at`) WHERE "facilitation_cases"."closed_at" is not null;--> statement-breakpoint
CREATE INDEX `facilitation_moved` ON `facilitation_cases` (`moved_at`);--> statement-breakpoint
CREATE INDEX `facilitation_email` ON `facilitation_cases` (`email`);--> statement-breakpoint
CREATE INDEX `facilitation_user` ON `facilitation_cases` (`user_id`) WHERE "facilitation_cases"."user_id" is not null;--> statement-breakpoint
CREATE INDEX `facilitation_unconfirmed` ON `facilitation_cases` (`created_at`) WHERE "facilitation_cases"."confirmed_at" is null;--> statement-breakpoint
CREATE TABLE `facilitation_tallies` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_n` integer,
	`side` text NOT NULL,
	`month` text NOT NULL,
	`answer_hours` integer,
	`outcome` text,
	`lots` integer DEFAULT 0 NOT NULL,
	`hours` integer,
	`hours_by` text,
	`hours_month` text,
	FOREIGN KEY (`case_n`) REFERENCES `facilitation_cases`(`n`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facilitation_tallies_caseN_unique` ON `facilitation_tallies` (`case_n`);
CREATE TABLE `call_decisions` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`decided_on` text,
	`retained_letter` text DEFAULT '' NOT NULL,
	`other_letter` text DEFAULT '' NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`saved_at` integer NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `jurors` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_n` integer NOT NULL,
	`user_id` text NOT NULL,
	`capacity` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `jurors_user` ON `jurors` (`user_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `jurors_once` ON `jurors` (`entry_n`,`user_id`);--> statement-breakpoint
CREATE TABLE `jury_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_n` integer NOT NULL,
	`capacity` text NOT NULL,
	`created_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `jury_invitations_entry` ON `jury_invitations` (`entry_n`);--> statement-breakpoint
CREATE TABLE `submission_files` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_n` integer NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`submission_n`) REFERENCES `submissions`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `submission_files_of` ON `submission_files` (`submission_n`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`entry_n` integer NOT NULL,
	`user_id` text,
	`email` text NOT NULL,
	`contact` text NOT NULL,
	`locale` text NOT NULL,
	`project` text NOT NULL,
	`holder` text,
	`summary` text DEFAULT '' NOT NULL,
	`amount` real,
	`budget` text DEFAULT '' NOT NULL,
	`continues` text,
	`answers` text DEFAULT '{}' NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`updated_at` integer NOT NULL,
	`submitted_at` integer,
	`retained` integer,
	`granted` real,
	`told_at` integer,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_id_unique` ON `submissions` (`id`);--> statement-breakpoint
CREATE INDEX `submissions_entry` ON `submissions` (`entry_n`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `submissions_unconfirmed` ON `submissions` (`created_at`) WHERE "submissions"."confirmed_at" IS NULL;--> statement-breakpoint
CREATE INDEX `submissions_user` ON `submissions` (`user_id`) WHERE "submissions"."user_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `verdicts` (
	`submission_n` integer NOT NULL,
	`juror_id` text NOT NULL,
	`conflict` integer NOT NULL,
	`scores` text DEFAULT '{}' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`submission_n`, `juror_id`),
	FOREIGN KEY (`submission_n`) REFERENCES `submissions`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`juror_id`) REFERENCES `jurors`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `verdicts_juror` ON `verdicts` (`juror_id`);--> statement-breakpoint
CREATE TABLE `comment_passages` (
	`comment_n` integer PRIMARY KEY NOT NULL,
	`passage` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`comment_n`) REFERENCES `comments`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `entry_versions` (
	`entry_n` integer NOT NULL,
	`version` integer NOT NULL,
	`fields` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`entry_n`, `version`),
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `calls` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`organiser` text,
	`phase` text NOT NULL,
	`comments_until` text,
	`opens` text,
	`deadline` text,
	`time_zone` text NOT NULL,
	`budget` real,
	`budget_max` real,
	`answerers` text NOT NULL,
	`eligible` text,
	`existing_qualifies` text,
	`existing_note` text,
	`sections` text NOT NULL,
	`last_section` integer NOT NULL,
	`criteria` text NOT NULL,
	`last_criterion` integer NOT NULL,
	`jury` text NOT NULL,
	`laureates` text NOT NULL,
	`decision_note` text,
	`decided_on` text,
	`submitted` integer,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);

CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`sort` text NOT NULL,
	`reader` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notification_choices` (
	`user_id` text PRIMARY KEY NOT NULL,
	`rhythm` text NOT NULL,
	`not_on_page` text DEFAULT '' NOT NULL,
	`not_by_mail` text DEFAULT '' NOT NULL,
	`due_at` integer NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`paused_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notification_choices_due` ON `notification_choices` (`due_at`);--> statement-breakpoint
CREATE TABLE `notification_cursors` (
	`source` text PRIMARY KEY NOT NULL,
	`n` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` text NOT NULL,
	`topic` text NOT NULL,
	`fact` text NOT NULL,
	`why` text DEFAULT '' NOT NULL,
	`comment_n` integer,
	`entry_n` integer,
	`mail_only` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	`mailed_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`comment_n`) REFERENCES `comments`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notifications_once` ON `notifications` (`user_id`,`fact`);--> statement-breakpoint
CREATE INDEX `notifications_list` ON `notifications` (`user_id`,`n`);--> statement-breakpoint
CREATE INDEX `notifications_unread` ON `notifications` (`user_id`) WHERE "notifications"."read_at" IS NULL AND "notifications"."mail_only" = 0;--> statement-breakpoint
CREATE INDEX `notifications_unmailed` ON `notifications` (`user_id`) WHERE "notifications"."mailed_at" is null;--> statement-breakpoint
CREATE INDEX `notifications_comment` ON `notifications` (`comment_n`);--> statement-breakpoint
CREATE INDEX `notifications_entry` ON `notifications` (`entry_n`);--> statement-breakpoint
CREATE INDEX `notifications_created` ON `notifications` (`created_at`);--> statement-breakpoint
CREATE TABLE `watched_entries` (
	`user_id` text NOT NULL,
	`entry_n` integer NOT NULL,
	`what` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `entry_n`, `what`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `watched_entries_entry` ON `watched_entries` (`entry_n`,`what`);--> statement-breakpoint
CREATE TABLE `watched_kinds` (
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `kind`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `watched_kinds_kind` ON `watched_kinds` (`kind`);--> statement-breakpoint
CREATE TABLE `entry_pending` (
	`entry_id` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`form` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`entry_id`, `user_id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `entry_pending_user` ON `entry_pending` (`user_id`,`kind`,`saved_at`);--> statement-breakpoint
CREATE INDEX `entry_pending_saved` ON `entry_pending` (`saved_at`);--> statement-breakpoint
CREATE TABLE `entry_pictures` (
	`entry_n` integer NOT NULL,
	`media_id` text NOT NULL,
	PRIMARY KEY(`entry_n`, `media_id`),
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `entry_pictures_media` ON `entry_pictures` (`media_id`);--> statement-breakpoint
CREATE TABLE `entry_reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_n` integer NOT NULL,
	`user_id` text NOT NULL,
	`reason` text NOT NULL,
	`about` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`closed_at` integer,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `entry_reminders_entry` ON `entry_reminders` (`entry_n`,`about`);--> statement-breakpoint
CREATE INDEX `entry_reminders_user` ON `entry_reminders` (`user_id`);--> statement-breakpoint
CREATE INDEX `entry_reminders_sent` ON `entry_reminders` (`sent_at`);--> statement-breakpoint
CREATE TABLE `entry_revisions` (
	`entry_n` integer NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`body` text NOT NULL,
	`place_label` text,
	`fields` text NOT NULL,
	`user_id` text,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`entry_n`, `version`),
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `entry_revisions_user` ON `entry_revisions` (`user_id`);--> statement-breakpoint
CREATE TABLE `reminder_stops` (
	`user_id` text PRIMARY KEY NOT NULL,
	`stopped_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `alerts` ADD `name` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `entries` ADD `latitude` real;--> statement-breakpoint
ALTER TABLE `entries` ADD `longitude` real;--> statement-breakpoint
CREATE INDEX `entries_position` ON `entries` (`latitude`,`longitude`) WHERE "entries"."latitude" is not null;--> statement-breakpoint
ALTER TABLE `inquiries` ADD `told` text;--> statement-breakpoint
ALTER TABLE `decisions` ADD `author_reason` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `reports` ADD `wishes_outcome` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `communes` ADD `territory` text;--> statement-breakpoint
ALTER TABLE `communes` ADD `territory_name` text;--> statement-breakpoint
CREATE INDEX `communes_territory` ON `communes` (`territory`,`code`);--> statement-breakpoint
CREATE INDEX `communes_towns` ON `communes` (`folded`) WHERE "communes"."population" >= 10000;
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

CREATE TABLE `relays` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`activity_id` text NOT NULL,
	`type` text NOT NULL,
	`object_id` text NOT NULL,
	`actor_n` integer NOT NULL,
	`json` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`actor_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `relays_activityId_unique` ON `relays` (`activity_id`);--> statement-breakpoint
CREATE INDEX `relays_object` ON `relays` (`object_id`);--> statement-breakpoint
CREATE INDEX `relays_actor` ON `relays` (`actor_n`);--> statement-breakpoint
CREATE TABLE `topics` (
	`entry_n` integer PRIMARY KEY NOT NULL,
	`purpose` text NOT NULL,
	FOREIGN KEY (`entry_n`) REFERENCES `entries`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `hosts` ADD `wraps` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `comments_user` ON `comments` (`user_id`) WHERE "comments"."user_id" is not null;
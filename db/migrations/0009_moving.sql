CREATE TABLE `aliases` (
	`actor_n` integer NOT NULL,
	`id` text NOT NULL,
	`handle` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`actor_n`, `id`),
	FOREIGN KEY (`actor_n`) REFERENCES `actors`(`n`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `actors` ADD `moved_to` text;--> statement-breakpoint
ALTER TABLE `actors` ADD `moved_at` integer;--> statement-breakpoint
ALTER TABLE `actors` ADD `move_asked_at` integer;--> statement-breakpoint
CREATE INDEX `actors_moved_to` ON `actors` (`moved_to`) WHERE "actors"."moved_to" is not null;--> statement-breakpoint
ALTER TABLE `errands` ADD `failed_at` integer;
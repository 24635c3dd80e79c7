CREATE TABLE `alerts` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`reader` text NOT NULL,
	`email` text,
	`user_id` text,
	`kind` text NOT NULL,
	`query` text NOT NULL,
	`organisation_id` text DEFAULT '' NOT NULL,
	`rhythm` text NOT NULL,
	`locale` text NOT NULL,
	`created_at` integer NOT NULL,
	`confirmed_at` integer,
	`since` integer NOT NULL,
	`since_n` integer NOT NULL,
	`due_at` integer NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`paused_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_id_unique` ON `alerts` (`id`);--> statement-breakpoint
CREATE INDEX `alerts_due` ON `alerts` (`due_at`) WHERE "alerts"."confirmed_at" IS NOT NULL AND "alerts"."paused_at" IS NULL;--> statement-breakpoint
CREATE INDEX `alerts_unconfirmed` ON `alerts` (`created_at`) WHERE "alerts"."confirmed_at" is null;--> statement-breakpoint
CREATE INDEX `alerts_user` ON `alerts` (`user_id`);--> statement-breakpoint
CREATE INDEX `alerts_reader` ON `alerts` (`reader`);--> statement-breakpoint
CREATE UNIQUE INDEX `alerts_once` ON `alerts` (`reader`,`kind`,`query`,`organisation_id`) WHERE "alerts"."confirmed_at" IS NOT NULL;
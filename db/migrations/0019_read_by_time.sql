CREATE INDEX `inquiries_confirmed` ON `inquiries` (`confirmed_at`);--> statement-breakpoint
CREATE INDEX `inquiries_waiting` ON `inquiries` (`entry_n`) WHERE "inquiries"."confirmed_at" IS NOT NULL AND "inquiries"."handled_at" IS NULL;--> statement-breakpoint
CREATE INDEX `reports_at` ON `reports` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `visits_confirmed` ON `visits` (`confirmed_at`);
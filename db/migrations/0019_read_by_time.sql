CREATE INDEX `inquiries_confirmed` ON `inquiries` (`confirmed_at`);--> statement-breakpoint
CREATE INDEX `reports_at` ON `reports` (`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `visits_confirmed` ON `visits` (`confirmed_at`);
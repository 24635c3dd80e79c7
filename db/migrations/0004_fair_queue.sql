DROP INDEX `deliveries_order`;--> statement-breakpoint
CREATE INDEX `deliveries_waiting` ON `deliveries` (`host`,`n`) WHERE "deliveries"."done_at" IS NULL AND "deliveries"."failed_at" IS NULL;--> statement-breakpoint
CREATE INDEX `deliveries_order` ON `deliveries` (`host`,`inbox`,`object_id`,`n`);
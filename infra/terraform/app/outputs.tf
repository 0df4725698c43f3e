output "logs_bucket" {
  description = "Name of the logs bucket; infra/bin/deploy takes it as LOGS_BUCKET."
  value       = aws_s3_bucket.logs.bucket
}

output "alarms_topic" {
  description = "ARN of the topic that alarms are sent to; the SAM template takes it as AlarmTopic."
  value       = aws_sns_topic.alarms.arn
}

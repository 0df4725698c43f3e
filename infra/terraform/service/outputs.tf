output "url" {
  description = "Where page and API are; infra/bin/acceptance takes it."
  value       = "https://${aws_cloudfront_distribution.page.domain_name}"
}

output "bucket" {
  description = "Bucket by which releases come in and backups go out; infra/bin/service uses it."
  value       = aws_s3_bucket.service.bucket
}

output "deploy_roles" {
  description = "DEPLOY_ROLE of each environment."
  value       = { for stage, role in aws_iam_role.deploy : stage => role.arn }
}

output "state_bucket" {
  description = "STATE_BUCKET of both environments."
  value       = aws_s3_bucket.state.bucket
}

output "repository" {
  description = "REPOSITORY of the environment qa."
  value       = aws_ecr_repository.payweek.repository_url
}

output "boundary" {
  description = "BOUNDARY of both environments."
  value       = aws_iam_policy.boundary.arn
}

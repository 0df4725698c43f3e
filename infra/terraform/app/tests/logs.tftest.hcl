mock_provider "aws" {
  # The provider checks the shape of a topic's ARN wherever one is named, so a random word will not do.
  mock_resource "aws_sns_topic" {
    defaults = {
      arn = "arn:aws:sns:us-west-2:123456789012:alarms"
    }
  }
}

variables {
  stage = "qa"
}

run "logs_bucket_is_closed" {
  command = apply

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.logs.block_public_acls,
      aws_s3_bucket_public_access_block.logs.block_public_policy,
      aws_s3_bucket_public_access_block.logs.ignore_public_acls,
      aws_s3_bucket_public_access_block.logs.restrict_public_buckets,
    ])
    error_message = "All four doors to the public must be shut."
  }

  assert {
    condition     = aws_s3_bucket_ownership_controls.logs.rule[0].object_ownership == "BucketOwnerEnforced"
    error_message = "Access lists must be off: only policies decide."
  }

  assert {
    condition = alltrue([
      for statement in jsondecode(aws_s3_bucket_policy.logs.policy).Statement :
      statement.Effect == "Deny"
      && statement.Principal == "*"
      && statement.Action == "s3:*"
      && statement.Condition.Bool["aws:SecureTransport"] == "false"
      && toset(statement.Resource) == toset([aws_s3_bucket.logs.arn, "${aws_s3_bucket.logs.arn}/*"])
    ])
    error_message = "The policy must refuse every request without TLS, for bucket and objects, and grant nothing."
  }

  assert {
    condition     = length(jsondecode(aws_s3_bucket_policy.logs.policy).Statement) == 1
    error_message = "One statement, or the check above proves nothing."
  }
}

run "logs_bucket_keeps_and_forgets" {
  command = apply

  assert {
    condition     = aws_s3_bucket_versioning.logs.versioning_configuration[0].status == "Enabled"
    error_message = "An overwritten record must be recoverable."
  }

  assert {
    condition = one([
      for rule in aws_s3_bucket_server_side_encryption_configuration.logs.rule :
      rule.apply_server_side_encryption_by_default[0].sse_algorithm
    ]) == "AES256"
    error_message = "Objects must be encrypted at rest."
  }

  assert {
    condition = [
      for rule in aws_s3_bucket_lifecycle_configuration.logs.rule : [
        rule.status,
        rule.expiration[0].days,
        rule.noncurrent_version_expiration[0].noncurrent_days,
        rule.abort_incomplete_multipart_upload[0].days_after_initiation,
      ]
    ] == [["Enabled", 365, 30, 7]]
    error_message = "Records go after a year, old versions after a month, broken uploads after a week."
  }
}

# The bucket that keeps one record of every deployment (infra/bin/deploy writes it) and whatever else is to be kept.
resource "aws_s3_bucket" "logs" {
  # Bucket names are shared by all of AWS: the provider appends something unique.
  bucket_prefix = "finance-tracker-logs-${var.stage}-"
  # A bucket that holds something is not destroyed by accident; docs/OPERATIONS.md says how it is on purpose.
  force_destroy = false
}

resource "aws_s3_bucket_public_access_block" "logs" {
  bucket                  = aws_s3_bucket.logs.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "logs" {
  bucket = aws_s3_bucket.logs.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id

  # Written out instead of built by a data source, so that a mocked test can read it.
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "OnlyOverTls"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.logs.arn, "${aws_s3_bucket.logs.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })

  # S3 refuses two changes of one bucket's access settings at the same moment.
  depends_on = [aws_s3_bucket_public_access_block.logs]
}

resource "aws_s3_bucket_versioning" "logs" {
  bucket = aws_s3_bucket.logs.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = aws_s3_bucket.logs.id

  rule {
    id     = "a-year-is-enough"
    status = "Enabled"

    filter {}

    expiration {
      days = 365
    }

    noncurrent_version_expiration {
      noncurrent_days = 30
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  # Rules for old versions mean nothing until the bucket keeps versions.
  depends_on = [aws_s3_bucket_versioning.logs]
}

# S3 counts requests only for a bucket that asks for it. No filter: the whole bucket is counted. Without this the
# request graphs stay empty and the alarm can never fire.
resource "aws_s3_bucket_metric" "requests" {
  bucket = aws_s3_bucket.logs.id
  name   = "EntireBucket"
}
